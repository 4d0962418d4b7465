package org.muniment.archive.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table, or an attribute of an LDAP entry, tells, under the names that districts give it. */
enum Column {
    EMPLOYEE("employeeid", "employeenumber", "employeeno", "emplid", "staffid", "staffnumber", "badge", "id"),
    NAME("name", "fullname", "displayname", "employee", "employeename", "staffname", "cn"),
    FIRST("first", "firstname", "givenname"),
    LAST("last", "lastname", "surname", "familyname", "sn"),
    ADDRESS(
            "email",
            "mail",
            "emailaddress",
            "mailaddress",
            "address",
            "primaryemail",
            "primaryaddress",
            "workemail",
            "districtemail",
            "userprincipalname"),
    ALIASES(
            "alias",
            "aliases",
            "emailalias",
            "emailaliases",
            "otheraddresses",
            "otheremails",
            "secondaryemail",
            "proxyaddresses",
            "mailalternateaddress",
            "maillocaladdress",
            "rfc822mailalias"),
    ROLE("role", "title", "jobtitle", "position", "job"),
    SITE("site", "school", "location", "worklocation", "department", "office", "physicaldeliveryofficename", "ou", "l"),
    HIRED("hired", "hiredate", "datehired", "startdate", "start"),
    SEPARATED(
            "separated",
            "separationdate",
            "dateseparated",
            "separation",
            "enddate",
            "terminationdate",
            "terminated",
            "lastday",
            "lastdayworked",
            "leavedate");

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** The column of that name, whatever its case, spaces and signs. */
    static Optional<Column> named(String header) {
        String bare = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(bare))
                .findFirst();
    }
}
