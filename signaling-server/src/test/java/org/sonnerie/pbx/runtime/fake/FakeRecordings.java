package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.CallRecordings;

/** Recordings that are only written down. */
public final class FakeRecordings implements CallRecordings {
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());

    public volatile boolean full;

    @Override
    public boolean hasRoom(CompanyId company) {
        return !full;
    }

    @Override
    public Path begin(NewRecording recording) {
        told.add("begin " + recording.id() + " of " + recording.of());
        return Path.of(recording.id() + ".opus");
    }

    @Override
    public void closed(RecordingId recording, Duration length, boolean failed) {
        told.add("closed " + recording + " " + length.toMillis() + (failed ? " failed" : ""));
    }
}
