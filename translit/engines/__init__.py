"""The pipeline's own tools: translit's functions inside DuckDB (``engines.duckdb``) and polars (``engines.polars``)."""
