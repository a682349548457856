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
    private final Map<CallId, Slot> places = new ConcurrentHashMap<>();

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
        Optional<Slot> now = number.map(there -> new Slot(company, there));
        Optional<Slot> before = Optional.ofNullable(places.get(call));
        if (before.equals(now)) {
            return;
        }
        before.ifPresent(slot -> {
            places.remove(call);
            stays.remove(slot, new Stay(call, true));
        });
        now.ifPresent(slot -> {
            places.put(call, slot);
            stays.put(slot, new Stay(call, true));
        });
    }

    /** The call that waits in a slot. */
    Optional<CallId> at(CompanyId company, String number) {
        return Optional.ofNullable(stays.get(new Slot(company, number)))
                .filter(Stay::there)
                .map(Stay::call);
    }
}
