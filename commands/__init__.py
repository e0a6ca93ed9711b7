"""The commands of `remit`, one module a group, loaded when called."""
