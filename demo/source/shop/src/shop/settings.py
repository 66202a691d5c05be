"""Where the service gets its configuration from: the environment, once."""

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Configuration of the service."""

    model_config = SettingsConfigDict(env_prefix="SHOP_")

    database_url: str = "postgresql+asyncpg://localhost/shop"
    page_size: int = 50
