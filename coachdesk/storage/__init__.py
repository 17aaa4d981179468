"""The only place with SQL: connection, migrations, tables, the one row-to-value mapper, queries, audit."""
