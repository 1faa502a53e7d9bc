"""The words of a department's report: whole sentences, made of plain values. No database, no model, no page.

Cases and periods are arguments of a sentence, never pieces that are put together, and what is counted is a message
with its own plural forms. Every text that leaves this package is bound (`typography`): no "z" at the end of a line.
"""
