"""Numbers about audits and whom they might tell of. Pure: plain values, no Django."""
