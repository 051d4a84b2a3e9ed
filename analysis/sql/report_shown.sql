-- At most one row: the report as the filters' day shows it.
SELECT * FROM filtered WHERE breach_id = $breach_id;
