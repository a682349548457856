package org.sonnerie.pbx.recording;

import org.springframework.stereotype.Component;

/**
 * The tables of recordings.
 *
 * @param rows the recordings
 * @param search finds them
 * @param access who did what with them
 */
@Component
record RecordingTables(RecordingRows rows, RecordingSearch search, AccessRows access) {}
