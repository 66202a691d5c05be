"""Endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.middleware.gzip import GZipMiddleware
from slowapi import Limiter
from slowapi.util import get_remote_address

from shop.application.service import OrderService
from shop.domain.orders import Order
from shop.presentation.schemas import NewOrder, PlacedOrder

limiter = Limiter(key_func=get_remote_address)
router = APIRouter(prefix="/v1/orders")


def order_service(request: Request) -> OrderService:
    """Give the service that the application was made with."""
    return request.app.state.orders


@router.post("", status_code=201)
@limiter.limit("60/minute")
async def place(
    request: Request, order: NewOrder, service: Annotated[OrderService, Depends(order_service)]
) -> PlacedOrder:
    """Place an order."""
    number, total = await service.place(Order(order.item, order.quantity, order.price))
    return PlacedOrder(number=number, total=total)


@router.get("/{number}")
@limiter.limit("600/minute")
async def show(
    request: Request, number: int, service: Annotated[OrderService, Depends(order_service)]
) -> PlacedOrder:
    """Say what is to be paid for an order."""
    total = await service.total(number)
    if total is None:
        raise HTTPException(status_code=404)
    return PlacedOrder(number=number, total=total)


def application(orders: OrderService) -> FastAPI:
    """Put the application together."""
    app = FastAPI(title="Shop")
    app.state.orders = orders
    app.add_middleware(GZipMiddleware)
    app.include_router(router)
    return app
