"""Checks the signature of a webhook (Standard Webhooks), with what comes with Python 3."""

import base64
import hashlib
import hmac
import time

FIVE_MINUTES = 5 * 60


def verify(secret: str, headers: dict[str, str], body: bytes, now: float | None = None) -> bool:
    """Whether body was sent by whoever has the secret, less than five minutes ago.

    secret: as it was shown, whsec_...; headers: with names in small letters; body: as it came.
    """
    try:
        sent = int(headers["webhook-timestamp"])
        signatures = headers["webhook-signature"].split(" ")
        signed = headers["webhook-id"].encode() + b"." + str(sent).encode() + b"." + body
    except (KeyError, ValueError):
        return False
    if abs((time.time() if now is None else now) - sent) > FIVE_MINUTES:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    good = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(good.encode(), one.encode()) for one in signatures)


def prove() -> None:
    """The vector with which libraries of Standard Webhooks test themselves."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    body = b'{"test": 2432232314}'
    sent = 1614265330
    assert verify(secret, headers, body, now=sent)
    assert not verify(secret, headers, body + b" ", now=sent)
    assert not verify(secret, headers, body, now=sent + FIVE_MINUTES + 1)
    assert not verify(secret, {**headers, "webhook-id": "msg_other"}, body, now=sent)
    assert not verify(secret, {}, body, now=sent)
    print("the signature of the vector is right, and every change is noticed")


if __name__ == "__main__":
    prove()
