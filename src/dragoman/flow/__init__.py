"""The order of the stages, and the runners that take inputs through them."""
