import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GuestLinkItem } from "../phone/guest-links";
import type { Phone } from "../phone/phone";
import type { Room } from "../phone/rooms";
import { Icon } from "./icon";
import { dayAndTime, say } from "./words/words";
import { timeNow } from "../phone/clock";

interface LinksProps {
  readonly room: Room;
  readonly phone: Phone;
}

/** The links by which guests come to a room, for whoever may make them there. */
export function RoomGuestLinks({ room, phone }: LinksProps): JSX.Element {
  const may = room.own || room.stay?.moderator === true;
  const links = phone.guestLinks.all.value.filter((link) => link.room === room.id);
  return (
    <>
      {links.map((link) => (
        <Link key={link.id} link={link} room={room} phone={phone} />
      ))}
      {may && (
        <button type="button" class="button quiet" onClick={() => void phone.guestLinks.make(room.id)}>
          <Icon name="link" />
          {say("link.make")}
        </button>
      )}
      <p class="room-refused" role="alert">
        {phone.guestLinks.failed.value === room.id ? say("link.none-made") : ""}
      </p>
    </>
  );
}

function Link({ link, room, phone }: LinksProps & { readonly link: GuestLinkItem }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const address = new URL(link.path, location.href).href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div class="guest-link">
      <input readOnly aria-label={say("link.address", { name: room.name })} value={address} />
      <button type="button" class="button quiet" onClick={() => void copy().catch(() => undefined)}>
        {say(copied ? "link.copied" : "link.copy")}
      </button>
      <span class="guest-link-until">
        {say("link.until", { time: dayAndTime(Date.parse(link.expires), timeNow()) })}
      </span>
      <button type="button" class="button quiet" onClick={() => void phone.guestLinks.revoke(link.id)}>
        {say("link.revoke")}
      </button>
    </div>
  );
}
