"""The Python API behind `import remit`: a store opened, the questions of the command line as methods, views of others."""
