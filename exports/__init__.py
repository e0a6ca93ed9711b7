"""Answers as files: pictures, registers, tables, graph formats."""
