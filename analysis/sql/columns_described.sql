-- One row is one column of a public table, with its type and meaning.
SELECT table_name, column_name, data_type, comment AS meaning
FROM duckdb_columns()
WHERE database_name = 'atlas' AND NOT internal
ORDER BY table_name, column_index;
