"""Attacks on each invariant of docs/reliability.md, while a bystander asks; none may harm the others."""
