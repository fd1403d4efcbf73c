"""The command `dragoman`. Its modules import what a command needs only when it runs."""
