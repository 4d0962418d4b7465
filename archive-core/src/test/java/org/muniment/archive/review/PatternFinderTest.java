package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternFinderTest {
    private static final OwnContacts OWN = new OwnContacts(
            Set.of("district.example"), Set.of("559-327", "(559) 555-0100"), Set.of("1450 Herndon Ave"));

    private static final Map<PersonalData, List<String>> CASES = Map.of(
            PersonalData.SSN,
            List.of(
                    "Her SSN is \u00ab123-45-6789\u00bb, please file.",
                    "ssn: \u00ab123456789\u00bb",
                    "Social Security No. \u00ab219 09 9999\u00bb",
                    "W-4 attached, \u00ab078-05-1120\u00bb.",
                    "SS# \u00ab123.45.6789\u00bb on the form",
                    "two of them: \u00ab123-45-6789\u00bb and \u00ab234-56-7890\u00bb",
                    "her social, \u00ab123\u201345\u20136789\u00bb (typed by a word processor)",
                    "Social security number:\n\u00ab123-45-6789\u00bb",
                    "Invoice 123-45-6789 is due",
                    "INV# 123-45-6789",
                    "Invoice No: 123-45-6789",
                    "PO 123-45-6789 was approved",
                    "order number 123-45-6789",
                    "Ref: 123-45-6789",
                    "account no. 123-45-6789",
                    "000-12-3456 and 666-12-3456 and 912-34-5678 are none",
                    "123-00-4567 and 123-45-0000 are none",
                    "part 55-123-45-6789-1",
                    "call extension 123456789 for details",
                    "EIN 94-1234567",
                    "XXX-XX-6789 is masked already",
                    "9-digit ZIP 93611-1234",
                    "2024-10-1234 and 10-12-2024",
                    "Budget code 010-0000-0-1110"),
            PersonalData.PHONE,
            List.of(
                    "My cell is \u00ab559-555-0142\u00bb.",
                    "Call me at \u00ab(559) 555-0142\u00bb after four",
                    "text \u00ab+1 559.555.0142\u00bb",
                    "home: \u00ab5595550142\u00bb",
                    "cell \u00ab555-0142\u00bb",
                    "Mobile: \u00ab559 555 0142\u00bb",
                    "his number is \u00ab1-415-555-0199\u00bb",
                    "in Mexico \u00ab+52 55 1234 5678\u00bb",
                    "reach mom at \u00ab(209)555-0188\u00bb or dad at \u00ab209/555-0189\u00bb",
                    "Order 559-555-0142 has shipped",
                    "PO 4155550134",
                    "confirmation 4155550134",
                    "Tracking number 415-555-0134",
                    "Office: 559-327-9000",
                    "main 559-327-9100 x4021",
                    "559-412-7000 ext. 221",
                    "Fax: (559) 412-7001",
                    "School phone: 559-412-7002",
                    "My fax number is 559-412-7003 and\nf: 559-412-7004",
                    "559-412-7005 (fax), 559-412-7006 [Pager]",
                    "(w) 559-412-7007 or (m) \u00ab559-555-0190\u00bb",
                    "559-412-7008(w) or \u00ab559-555-0191\u00bb(h)",
                    "toll free 1-800-555-0199, or 877 555 0199",
                    "the switchboard, 559-555-0100, is open",
                    "Claim no. 559-555-0142",
                    "UUID 550e8400-e29b-41d4-a716-446655440000",
                    "192.168.100.2000 is no address either",
                    "the budget is 559,555,0142",
                    "account 123-559-555-0142-9",
                    "ISBN 978-0-306-40615-7",
                    "112-555-0142 has no such area",
                    "card 4111-1111-1111-1111",
                    "vote 2024-11-05 passed 327-1000"),
            PersonalData.EMAIL,
            List.of(
                    "write to \u00abeva.lopez@gmail.com\u00bb",
                    "\u00abEva_Lopez+school@Yahoo.com\u00bb, please",
                    "<\u00abtomas77@sbcglobal.net\u00bb>",
                    "mailto:\u00abo'brien@icloud.com\u00bb",
                    "\u00abfamilia.reyes@hotmail.es\u00bb;\u00abj@proton.me\u00bb",
                    "records@district.example answers",
                    "principal@west.district.example",
                    "superintendent@district.example, cbo@district.example",
                    "sales@vendor.com",
                    "jane.roe@countyoffice.example",
                    "info@gmail.com",
                    "noreply@yahoo.com",
                    "pta@gmail.com",
                    "follow @gmail.com on the wall",
                    "eva at gmail dot com",
                    "gmail.com is blocked"),
            PersonalData.BIRTH_DATE,
            List.of(
                    "DOB: \u00ab3/14/2012\u00bb",
                    "D.O.B. \u00ab03-14-12\u00bb",
                    "date of birth \u00abMarch 14, 2012\u00bb",
                    "born on \u00ab14 March 2012\u00bb in Fresno",
                    "Her birthday is \u00abMarch 14\u00bb",
                    "Birthdate: \u00ab2012-03-14\u00bb",
                    "fecha de nacimiento: \u00ab14/03/2012\u00bb",
                    "birth date (\u00ab3/14/2012\u00bb)",
                    "The meeting is on 3/14/2026",
                    "Hired: 03-14-2012",
                    "born in 1978",
                    "birthday party on the field, room 12",
                    "the deadline is March 14, 2026",
                    "received 2026-03-14",
                    "grade 3/14 of the pupils",
                    "before the birthday of the school. On 3/14/2026 we close"),
            PersonalData.HOME_ADDRESS,
            List.of(
                    "Home address: \u00ab742 Evergreen Terrace\u00bb",
                    "She lives at \u00ab1200 N. Fowler Ave, Clovis, CA 93611\u00bb",
                    "moved to \u00ab88 W Shaw Avenue Apt 12\u00bb",
                    "mailing address \u00abP.O. Box 1234\u00bb",
                    "the new place is \u00ab5 Oak St. #4\u00bb",
                    "Vive en \u00ab431 Minnewawa Avenue\u00bb",
                    "His address on file:\n\u00ab900 4th Street\u00bb, Clovis",
                    "The school is at 1000 Barstow Avenue",
                    "1450 Herndon Ave, Clovis, CA 93611 is our home address",
                    "District Office, 1680 David E. Cook Way",
                    "meet at 300 Main Street, Suite 200",
                    "home games at the gym: school, 2500 Fowler Road",
                    "they ate 30 apples on the way",
                    "5 members drive",
                    "Room 12 Way cool",
                    "2026 School Site Plan"));

    private static PatternFinder finder(PersonalData kind) {
        return new PatternFinder(EnumSet.of(kind), OWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonalData.class,
            names = {"SSN", "PHONE", "EMAIL", "BIRTH_DATE", "HOME_ADDRESS"})
    void whatIsPersonalIsFoundAndWhatOnlyLooksLikeItIsNot(PersonalData kind) {
        FinderCases.Score score = new FinderCases(CASES.getOrDefault(kind, List.of())).score(finder(kind));
        System.out.println(kind + ": " + score);
        assertThat(score.meant()).isGreaterThan(5);
        assertThat(score.missed()).isEmpty();
        assertThat(score.wrong()).isEmpty();
    }

    @Test
    void allKindsTogetherDisturbOneAnotherLittle() {
        List<String> all = CASES.values().stream().flatMap(List::stream).toList();
        FinderCases.Score score = new FinderCases(all).score(new PatternFinder(EnumSet.allOf(PersonalData.class), OWN));
        assertThat(score.recall()).as("%s", score).isEqualTo(1);
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.95);
    }

    @Test
    void itIsSaidWhatWasFoundAndNotWhatItSays() {
        Map<PersonalData, List<String>> found = FinderCases.found(
                new PatternFinder(EnumSet.allOf(PersonalData.class), OWN),
                "DOB 3/14/2012, SSN 123-45-6789, cell 559-555-0142");
        assertThat(found)
                .containsOnly(
                        Map.entry(PersonalData.SSN, List.of("123-45-6789")),
                        Map.entry(PersonalData.PHONE, List.of("559-555-0142")),
                        Map.entry(PersonalData.BIRTH_DATE, List.of("3/14/2012")));
        assertThat(new PatternFinder(EnumSet.of(PersonalData.PHONE), OWN)
                        .find(Map.of((Part) new Part.Subject(), "cell 559-555-0142"))
                        .get(new Part.Subject()))
                .containsExactly(new Found(5, 17, PersonalData.PHONE, "pattern: personal telephone number"));
    }

    @Test
    void textsThatAreMadeToStallAFinderAreLookedThroughInTime() {
        PatternFinder finder = new PatternFinder(EnumSet.allOf(PersonalData.class), OWN);
        long before = System.nanoTime();
        Stream.of("1".repeat(300_000), "a.".repeat(200_000) + "@", "a@" + "b.".repeat(200_000), "12 Aa ".repeat(60_000))
                .forEach(text -> finder.find(Map.of((Part) new Part.Body(), text)));
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }
}
