-- One row is one report once in each of its members, with its count.
SELECT member, individuals_affected FROM grouped WHERE individuals_affected IS NOT NULL;
