package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 14 May 2001 16:39:00 -0700 (PDT)  | 2001-05-14T23:39:00Z",
                "Sun, 14 May 2001 16:39:00 -0700        | 2001-05-14T23:39:00Z",
                "14 May 01 16:39 PDT                    | 2001-05-14T23:39:00Z",
                "14 May 99 16:39 EST                    | 1999-05-14T21:39:00Z",
                "14 May 101 16:39:00 GMT                | 2001-05-14T16:39:00Z",
                "14 May 2001 16:39:00 Z                 | 2001-05-14T16:39:00Z",
                "14 May 2001 16:39:00                   | 2001-05-14T16:39:00Z",
                "14 May 2001 16:39:00 +0530             | 2001-05-14T11:09:00Z",
                "14 May 2001 16:39:00 +5:30             | 2001-05-14T11:09:00Z",
                "14 May 2001 16:39:00 GMT-0700          | 2001-05-14T23:39:00Z",
                "Mon May 14 16:39:00 2001               | 2001-05-14T16:39:00Z",
                "Mon May 14 16:39:00 PDT 2001           | 2001-05-14T23:39:00Z",
                "2001-05-14T16:39:00.250Z               | 2001-05-14T16:39:00.250Z",
                "2001-05-14 16:39:00 -0700              | 2001-05-14T23:39:00Z",
                "5/14/2001 4:39:00 PM                   | 2001-05-14T16:39:00Z",
                "14/5/2001 12:39 AM                     | 2001-05-14T00:39:00Z",
                "14-May-2001 16:39:00 +0000             | 2001-05-14T16:39:00Z",
                "(comment) 14 (day) May 2001 16:39 (x   | 2001-05-14T16:39:00Z",
                "31 Feb 2001 00:00:00 +0000             | 2001-03-03T00:00:00Z",
                "31 Dec 1998 23:59:60 +0000             | 1999-01-01T00:00:00Z",
                "14 May 2001 24:00:00 +0000             | 2001-05-15T00:00:00Z",
                "14 May 2001 16:39:00 +9900             | 2001-05-14T16:39:00Z",
                "Sat, 1 Jan 0002 10:00:00 +0000         | 0002-01-01T10:00:00Z",
                "1 Jan 99999 10:00:00 +0000             | +99999-01-01T10:00:00Z"
            })
    void aDateIsReadHoweverItIsWritten(String header, String instant) {
        assertThat(MailDate.parse(header)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({"''", "tomorrow", "14 Smarch 2001 10:00", "14 May", "99:99:99", "40 May 2001 10:00", "14 May 2001 25:61"
    })
    void whatCannotBeADateIsAbsent(String header) {
        assertThat(MailDate.parse(header)).isEmpty();
    }

    @Test
    void theLargestYearWrittenStillFitsIntoMilliseconds() {
        Instant far = MailDate.parse("31 Dec 999999999 23:59:59 -2359").orElse(Instant.EPOCH);
        assertThat(far.getEpochSecond()).isPositive();
    }
}
