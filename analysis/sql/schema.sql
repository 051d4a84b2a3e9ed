-- One row is one column of a public table or view, with what it means.
SELECT
    tables.table_name,
    tables.comment AS table_meaning,
    columns.column_name,
    columns.data_type,
    columns.comment AS meaning
FROM duckdb_columns() AS columns
JOIN duckdb_tables() AS tables USING (database_name, schema_name, table_name)
WHERE columns.database_name = current_database() AND NOT columns.internal
ORDER BY tables.table_name, columns.column_index;
