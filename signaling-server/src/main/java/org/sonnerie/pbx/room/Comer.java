package org.sonnerie.pbx.room;

import java.util.Optional;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody who comes to a room.
 *
 * @param leg by which leg
 * @param person present for a person of the company
 * @param named as shown
 * @param moderator he came by the moderator PIN, or the room is his
 */
public record Comer(LegId leg, Optional<PersonId> person, Named named, boolean moderator) {}
