"""Settings of the service."""

DATABASE_PASSWORD = "hunter2-hunter2"


def connect(host: str, password: str = "changeme-please") -> str:
    """Return a connection string."""
    return f"postgresql://app:{password}@{host}/app"
