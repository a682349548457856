package org.sonnerie.pbx.runtime;

/**
 * Keeps what is to be known of a call once it is over; implemented by the feature of call records.
 */
public interface CallArchive {
    /**
     * Keeps it. Asked again after a crash: keeping the same call twice changes nothing.
     *
     * @param call with its whole log
     * @throws org.springframework.dao.DataAccessException if the database is away
     */
    void keep(LoggedCall call);
}
