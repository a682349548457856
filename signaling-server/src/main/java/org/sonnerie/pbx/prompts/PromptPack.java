package org.sonnerie.pbx.prompts;

import java.util.List;

/**
 * What an archive of prompts holds, file by file.
 *
 * @param taken what becomes a prompt
 * @param unknown files that are no prompt that is known here
 * @param unused files of a prompt of which there is a better one in the archive
 * @param wrong files that are a prompt but cannot be used
 */
public record PromptPack(
        List<Piece> taken, List<String> unknown, List<String> unused, List<Wrong> wrong) {
    /** Copies the lists. */
    public PromptPack {
        taken = List.copyOf(taken);
        unknown = List.copyOf(unknown);
        unused = List.copyOf(unused);
        wrong = List.copyOf(wrong);
    }

    /**
     * A file that becomes a prompt.
     *
     * @param prompt its name, with the language where that is not the company's
     * @param file its path in the archive
     * @param millis how long it is heard
     * @param replacesOwn whether the company had one of its own of that name
     */
    public record Piece(String prompt, String file, long millis, boolean replacesOwn) {}

    /**
     * A file that does not.
     *
     * @param file its path in the archive
     * @param why what is wrong with it
     */
    public record Wrong(String file, PromptRefusedException.Why why) {}
}
