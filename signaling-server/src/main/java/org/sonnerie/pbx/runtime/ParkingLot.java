package org.sonnerie.pbx.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.ParkSlots;

/** Which call waits in which slot of which company. Thread safe. */
final class ParkingLot {
    private final Map<Slot, Stay> stays = new ConcurrentHashMap<>();

    /** A slot of a company. */
    private record Slot(CompanyId company, String number) {}

    /** A call in a slot; reserved until it says itself that it is there. */
    private record Stay(CallId call, boolean there) {}

    /** Reserves the first free slot. */
    Optional<String> reserve(CompanyId company, ParkSlots slots, CallId call) {
        return slots.all().stream()
                .filter(number ->
                        stays.putIfAbsent(new Slot(company, number), new Stay(call, false)) == null)
                .findFirst();
    }

    /** What was reserved is not needed. */
    void release(CompanyId company, String number, CallId call) {
        stays.remove(new Slot(company, number), new Stay(call, false));
    }

    /** Takes note of where a call is now; told after each of its steps. */
    void keep(CompanyId company, CallId call, Optional<String> number) {
        stays.entrySet()
                .removeIf(entry ->
                        entry.getValue().equals(new Stay(call, true))
                                && !Optional.of(entry.getKey().number()).equals(number));
        number.ifPresent(there -> stays.put(new Slot(company, there), new Stay(call, true)));
    }

    /** The call that waits in a slot. */
    Optional<CallId> at(CompanyId company, String number) {
        return Optional.ofNullable(stays.get(new Slot(company, number)))
                .filter(Stay::there)
                .map(Stay::call);
    }
}
