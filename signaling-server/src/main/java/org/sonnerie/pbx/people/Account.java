package org.sonnerie.pbx.people;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A person who may sign in.
 *
 * @param id names the person
 * @param company whose
 * @param userName as typed at log-in; upper and lower case are the same
 * @param displayName as others see it
 * @param role what the person may do
 */
public record Account(
        PersonId id, CompanyId company, String userName, String displayName, Role role) {}
