"""How the whole suite runs: properties are tried in the same order everywhere."""

from hypothesis import HealthCheck, settings

# A run that fails must fail again on the next machine; wall-clock limits of examples would not.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
