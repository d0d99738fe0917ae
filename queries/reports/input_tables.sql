-- purpose: the tables the figures were built from
-- grain: one row per table of a data package
-- params: none
-- returns: path, title_ja, title_en, rows, sha256
select path, title_ja, title_en, rows, sha256 from input_tables order by path
