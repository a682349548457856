package org.sonnerie.pbx.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.springframework.stereotype.Component;

/**
 * The recordings of calls in which somebody talked, in his archive; he himself gets those that he
 * asked for, which are those he may hear. Each counts as fetched. Thread safe.
 */
@Component
class RecordingExport implements PersonRecords {
    private static final List<String> COLUMNS =
            List.of("file", "call", "began", "seconds", "whole");

    private final RecordingRows rows;
    private final Recordings recordings;

    RecordingExport(RecordingRows rows, Recordings recordings) {
        this.rows = rows;
        this.recordings = recordings;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        List<KeptRecording> all =
                rows.with(wish.account().company(), wish.account().id(), wish.own());
        archive.table("recordings.csv", COLUMNS, all.stream().map(RecordingExport::line));
        for (KeptRecording one : all) {
            Optional<Path> sound = recordings.fetch(one, wish.by());
            if (sound.isPresent()) {
                archive.sound(name(one), sound.get());
            }
        }
    }

    private static String name(KeptRecording recording) {
        return "recordings/" + recording.facts().id().text() + ".opus";
    }

    private static List<String> line(KeptRecording recording) {
        return List.of(
                name(recording),
                recording.facts().of() instanceof Of.Call call ? call.call() : "",
                recording.facts().began().toString(),
                String.valueOf(recording.length().toSeconds()),
                String.valueOf(recording.state() == KeptRecording.State.WHOLE));
    }
}
