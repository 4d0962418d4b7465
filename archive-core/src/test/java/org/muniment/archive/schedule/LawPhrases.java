package org.muniment.archive.schedule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schedule of sixty series with several phrases each, as large as the Title 5 one. */
final class LawPhrases {
    private static final List<String> SERIES = List.of(
            "minutes of the regular meeting|motion carried|ayes|Resolution No",
            "second reading|board policy adopted|AR revision",
            "certified results|bond measure|canvass|trustee area",
            "territory transfer|county committee|unification petition",
            "adopted budget|budget adoption|LCFF",
            "unaudited actuals|report of all funds|SACS",
            "independent auditor's report|audit findings",
            "average daily attendance|annual attendance",
            "annual report|declared permanent|SARC|LCAP adopted",
            "offer of employment|personnel action form|notice of assignment|seniority",
            "resignation effective|non-reelect|statement of charges|last day",
            "payroll register|pay warrant|deductions|salary placement",
            "sick leave balance|extended illness|leave accrual",
            "letter of reprimand|written warning|unprofessional conduct",
            "EDJOIN|interview panel|not selected|applicant",
            "Civil Rights Department|DFEH|right to sue|verified complaint",
            "transcript|birth certificate|immunization|date of graduation|enrollment verification",
            "expulsion order|stipulated expulsion|readmission",
            "IEP|assessment plan|prior written notice",
            "medication authorization|vision screening|health office",
            "records request log|who viewed the cum file",
            "ELPAC|reclassification|RFEP|home language survey",
            "progress report|in danger of failing|notice of unsatisfactory progress",
            "opt out of directory|permission slip|parent response to",
            "CAASPP|score report|SBAC",
            "master agreement|missed assignments evaluation",
            "detention|office referral|disciplinary notice",
            "counselor rating|tardy slip|absence note",
            "monitoring alert|flagged post|social media threat",
            "claim for damages|student injury|incident report|ambulance|liability carrier",
            "fell on playground|concussion|nurse sent home|accident form",
            "suspected child abuse report|inappropriate touching|grooming|CPS",
            "grant deed|as-built|DSA approval|legal description",
            "asset tag|historical inventory|surplus declaration",
            "PO number|invoice attached|warrant|remittance",
            "meal count|cash box|ASB deposit|fundraiser receipts",
            "attendance verification|class roster|register",
            "Title I|time certification|drawdown",
            "reimbursement claim|USDA review",
            "Form 471|FRN|USAC",
            "notice inviting bids|RFP|change order|notice of completion",
            "weekly bulletin|monthly report|daily announcements",
            "UCP|Williams complaint|investigation report",
            "formal complaint|notice of allegations|supportive measures",
            "grievance level|MOU|sunshine|tentative agreement",
            "DWC 1|temporary disability",
            "Form 300|exposure record|safety committee",
            "I-9|employment eligibility",
            "random selection|MRO|refusal",
            "Public Records Act|determination letter",
            "summons|rejection of claim|preserve all|deposition",
            "notice of exemption|EIR|negative declaration",
            "statement of economic interests",
            "board meeting recording|audio file",
            "legal advice|attorney client",
            "violent incident log|SB 553",
            "posted on the district site|announcement page",
            "running late|are you free|room change|thanks",
            "unsubscribe|webinar|limited offer",
            "dinner|my dentist");

    private LawPhrases() {}

    static RetentionSchedule schedule() {
        String[] series = Stream.iterate(0, i -> i + 1)
                .limit(SERIES.size())
                .map(i -> SampleSchedule.series(
                        "S" + (i + 10), 3, "record", query(SERIES.get(i)), "third school year after origin"))
                .toArray(String[]::new);
        return SampleSchedule.of(series);
    }

    private static String query(String phrases) {
        return Stream.of(phrases.split("\\|"))
                .map(phrase -> "~\"" + phrase.replace("'", "''") + "\"")
                .collect(Collectors.joining(" OR "));
    }
}
