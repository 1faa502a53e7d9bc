"""Reports of many departments by one order: a job each, progress, cancelling, retrying, and a ZIP at the end."""
