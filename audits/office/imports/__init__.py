"""The office's structure and people from one table, as personnel systems export it (CSV or XLSX).

`files` reads bytes into a table of texts, `rows` makes typed rows of it, `departments` and `people` say what would
change, `planning` puts that into one Plan to look at, and `applying` does what was looked at.
"""
