"""Measures the product: one adapter per public benchmark, quality floors, speed, generated docs."""
