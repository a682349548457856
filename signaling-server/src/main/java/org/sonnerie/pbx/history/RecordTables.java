package org.sonnerie.pbx.history;

import org.springframework.stereotype.Component;

/**
 * The tables into which a record is written.
 *
 * @param rows the record itself
 * @param own whom it concerned
 * @param numbers which numbers are in it
 * @param ways with which queues and ring groups it was
 */
@Component
record RecordTables(
        CallRecordRows rows, OwnCallRows own, CallNumberRows numbers, CallWayRows ways) {}
