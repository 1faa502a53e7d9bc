"""An invented office with two years of audits, to try the portal on. No person in it exists."""
