"""What is said to the outside."""

from pydantic import BaseModel, Field


class NewOrder(BaseModel):
    """An order that a customer places."""

    item: str = Field(min_length=1)
    quantity: int = Field(ge=1)
    price: int = Field(ge=0)


class PlacedOrder(BaseModel):
    """What a customer is told of an order."""

    number: int
    total: int
