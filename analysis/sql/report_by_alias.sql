-- At most one row: the report that an older id leads to.
SELECT breach_id FROM breach_aliases WHERE alias = $alias LIMIT 1;
