package org.sonnerie.pbx.guests;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/**
 * A link to a room.
 *
 * @param id names it
 * @param company whose room
 * @param room which
 * @param by who made it
 * @param expires until when it lets in
 */
public record GuestLink(String id, CompanyId company, RoomId room, PersonId by, Instant expires) {}
