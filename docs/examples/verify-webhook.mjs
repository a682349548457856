// Checks the signature of a webhook (Standard Webhooks), with what comes with Node.
import assert from "node:assert/strict";
import { createHmac, timingSafeEqual } from "node:crypto";
import { pathToFileURL } from "node:url";

const FIVE_MINUTES = 5 * 60;

/**
 * Whether body was sent by whoever has the secret, less than five minutes ago.
 * secret: as it was shown, whsec_...; headers: with names in small letters, as node:http gives them;
 * body: the Buffer as it came.
 */
export function verify(secret, headers, body, now = Date.now() / 1000) {
  const id = headers["webhook-id"];
  const sent = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"];
  if (!id || !signatures || !/^\d+$/.test(sent ?? "") || Math.abs(now - Number(sent)) > FIVE_MINUTES) {
    return false;
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const good = createHmac("sha256", key).update(`${id}.${sent}.`).update(body).digest();
  return signatures.split(" ").some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ""), "base64");
    return one.startsWith("v1,") && given.length === good.length && timingSafeEqual(given, good);
  });
}

/** The vector with which libraries of Standard Webhooks test themselves. */
function prove() {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const sent = 1614265330;
  const headers = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": String(sent),
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const body = Buffer.from('{"test": 2432232314}');
  assert(verify(secret, headers, body, sent));
  assert(!verify(secret, headers, Buffer.concat([body, Buffer.from(" ")]), sent));
  assert(!verify(secret, headers, body, sent + FIVE_MINUTES + 1));
  assert(!verify(secret, { ...headers, "webhook-id": "msg_other" }, body, sent));
  assert(!verify(secret, {}, body, sent));
  console.log("the signature of the vector is right, and every change is noticed");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  prove();
}
