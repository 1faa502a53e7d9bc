"""Audits and their answers as a workbook for whoever analyses them: all of them, for a purpose; or whole blocks.

A job makes it (`audits/reports/jobs.py`), and the row of the report says what it was asked for.
"""
