-- One row is one report that states a count.
SELECT individuals_affected FROM filtered WHERE individuals_affected IS NOT NULL;
