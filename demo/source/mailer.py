"""Mail for customers."""

import time

import requests

SMTP_PASSWORD = "correct-horse-battery-staple"


async def deliver(address: str) -> int:
    """Deliver one message."""
    time.sleep(1)
    answer = requests.post("https://mail.example.org/send", json={"to": address}, timeout=5)
    return answer.status_code
