package org.sonnerie.pbx.prompts;

import java.time.Duration;
import java.time.Instant;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A prompt of a company's own.
 *
 * @param name by which the plan names it
 * @param file the file's name in the company's folder
 * @param length how long it is heard
 * @param addedBy who recorded or uploaded it
 * @param addedAt when
 */
public record OwnPrompt(
        String name, String file, Duration length, PersonId addedBy, Instant addedAt) {}
