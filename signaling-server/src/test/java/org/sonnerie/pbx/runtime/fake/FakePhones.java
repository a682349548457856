package org.sonnerie.pbx.runtime.fake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Phones;

/** Pages that remember what they were shown. */
public final class FakePhones implements Phones {
    public final Set<PersonId> reachable = ConcurrentHashMap.newKeySet();
    public final List<PersonId> roomsShown = new CopyOnWriteArrayList<>();
    public final List<CallView> shown = new CopyOnWriteArrayList<>();

    @Override
    public boolean reachable(PersonId person) {
        return reachable.contains(person);
    }

    @Override
    public void roomsChanged(Set<PersonId> people) {
        people.forEach(roomsShown::add);
    }

    @Override
    public void show(CallView view) {
        shown.add(view);
    }
}
