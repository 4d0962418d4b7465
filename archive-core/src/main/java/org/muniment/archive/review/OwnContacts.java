package org.muniment.archive.review;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The agency's own contacts, which are public: finders leave them alone.
 *
 * @param domains of its e-mail, such as {@code district.example}; their subdomains too
 * @param phones numbers, or the first digits of them, such as {@code 559327}; digits only, without the country's 1
 * @param addresses streets as written, such as {@code 1450 Herndon Ave}; case does not matter
 */
public record OwnContacts(Set<String> domains, Set<String> phones, Set<String> addresses) {
    public static final OwnContacts NONE = new OwnContacts(Set.of(), Set.of(), Set.of());

    public OwnContacts {
        domains = domains.stream().map(OwnContacts::plain).collect(Collectors.toUnmodifiableSet());
        phones = phones.stream()
                .map(OwnContacts::digits)
                .filter(digits -> digits.length() >= 3)
                .collect(Collectors.toUnmodifiableSet());
        addresses = addresses.stream().map(OwnContacts::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** A telephone number's digits, without punctuation and the country's 1. */
    static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    boolean hasDomain(String domain) {
        String asked = plain(domain);
        return domains.stream().anyMatch(own -> asked.equals(own) || asked.endsWith("." + own));
    }

    boolean hasPhone(String phone) {
        String digits = digits(phone);
        return phones.stream().anyMatch(digits::startsWith);
    }

    boolean hasAddress(String address) {
        String asked = plain(address);
        return addresses.stream().anyMatch(asked::startsWith);
    }
}
