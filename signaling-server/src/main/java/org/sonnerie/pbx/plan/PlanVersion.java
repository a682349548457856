package org.sonnerie.pbx.plan;

/**
 * Which plan a call goes by: a publication of the company's, and how far its people had changed by
 * then how they are reached.
 *
 * @param published grows with each publication, from 1
 * @param personal grows whenever a person of the company changes his own rules; 0: nobody ever did
 */
public record PlanVersion(long published, long personal) {
    /**
     * A publication without anybody's own rules.
     *
     * @param version its number
     * @return that version
     */
    public static PlanVersion of(long version) {
        return new PlanVersion(version, 0);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text such as {@code 7} or {@code 7.3}
     * @return the version
     * @throws IllegalArgumentException if it is none
     */
    public static PlanVersion parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? of(Long.parseLong(text))
                : new PlanVersion(
                        Long.parseLong(text.substring(0, dot)),
                        Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return personal == 0 ? Long.toString(published) : published + "." + personal;
    }
}
