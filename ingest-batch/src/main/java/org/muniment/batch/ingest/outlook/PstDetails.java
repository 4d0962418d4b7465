package org.muniment.batch.ingest.outlook;

import com.pff.PSTActivity;
import com.pff.PSTAppointment;
import com.pff.PSTContact;
import com.pff.PSTDistList;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTTask;
import com.pff.PSTTimeZone;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.outlook.OutlookMessage.Detail;
import org.muniment.archive.item.outlook.OutlookTimes;

/** What only appointments, contacts, distribution lists, tasks and diary entries of a data file have, in words. */
final class PstDetails {
    private static final List<String> TASK_STATES =
            List.of("not started", "in progress", "complete", "waiting for someone else", "deferred");
    private static final List<Map.Entry<String, Function<PSTContact, @Nullable String>>> CONTACT = List.of(
            Map.entry("Name", PSTContact::getDisplayName),
            Map.entry("Title", PSTContact::getDisplayNamePrefix),
            Map.entry("Given name", PSTContact::getGivenName),
            Map.entry("Middle name", PSTContact::getMiddleName),
            Map.entry("Surname", PSTContact::getSurname),
            Map.entry("Generation", PSTContact::getGeneration),
            Map.entry("Nickname", PSTContact::getNickname),
            Map.entry("Company", PSTContact::getCompanyName),
            Map.entry("Department", PSTContact::getDepartmentName),
            Map.entry("Job title", PSTContact::getTitle),
            Map.entry("Profession", PSTContact::getProfession),
            Map.entry("Office", PSTContact::getOfficeLocation),
            Map.entry("Manager", PSTContact::getManagerName),
            Map.entry("Assistant", PSTContact::getAssistant),
            Map.entry("Spouse", PSTContact::getSpouseName),
            Map.entry("E-mail", PSTContact::getEmail1EmailAddress),
            Map.entry("E-mail shown as", PSTContact::getEmail1DisplayName),
            Map.entry("E-mail as first entered", PSTContact::getEmail1OriginalDisplayName),
            Map.entry("Second e-mail", PSTContact::getEmail2EmailAddress),
            Map.entry("Second e-mail shown as", PSTContact::getEmail2DisplayName),
            Map.entry("Third e-mail", PSTContact::getEmail3EmailAddress),
            Map.entry("Third e-mail shown as", PSTContact::getEmail3DisplayName),
            Map.entry("Business telephone", PSTContact::getBusinessTelephoneNumber),
            Map.entry("Second business telephone", PSTContact::getBusiness2TelephoneNumber),
            Map.entry("Company telephone", PSTContact::getCompanyMainPhoneNumber),
            Map.entry("Home telephone", PSTContact::getHomeTelephoneNumber),
            Map.entry("Second home telephone", PSTContact::getHome2TelephoneNumber),
            Map.entry("Mobile telephone", PSTContact::getMobileTelephoneNumber),
            Map.entry("Radio telephone", PSTContact::getRadioTelephoneNumber),
            Map.entry("Car telephone", PSTContact::getCarTelephoneNumber),
            Map.entry("Primary telephone", PSTContact::getPrimaryTelephoneNumber),
            Map.entry("Other telephone", PSTContact::getOtherTelephoneNumber),
            Map.entry("Assistant's telephone", PSTContact::getAssistantTelephoneNumber),
            Map.entry("Callback telephone", PSTContact::getCallbackTelephoneNumber),
            Map.entry("Pager", PSTContact::getPagerTelephoneNumber),
            Map.entry("Business fax", PSTContact::getBusinessFaxNumber),
            Map.entry("Home fax", PSTContact::getHomeFaxNumber),
            Map.entry("Primary fax", PSTContact::getPrimaryFaxNumber),
            Map.entry("Work address", PSTContact::getWorkAddress),
            Map.entry("Home address", PSTContact::getHomeAddress),
            Map.entry("Other address", PSTContact::getOtherAddress),
            Map.entry("Postal address", PSTContact::getPostalAddress),
            Map.entry("Instant messaging", PSTContact::getInstantMessagingAddress),
            Map.entry("Business web page", PSTContact::getBusinessHomePage),
            Map.entry("Personal web page", PSTContact::getPersonalHomePage),
            Map.entry("Children", PSTContact::getChildrensNames),
            Map.entry("Hobbies", PSTContact::getHobbies),
            Map.entry("Note", PSTContact::getNote));

    private final PSTMessage message;
    private final List<Detail> details = new ArrayList<>();

    PstDetails(PSTMessage message) {
        this.message = message;
    }

    List<Detail> list() throws PSTException, IOException {
        switch (message) {
            case PSTAppointment appointment -> appointment(appointment);
            case PSTContact contact ->
                CONTACT.forEach(entry -> text(entry.getKey(), entry.getValue().apply(contact)));
            case PSTDistList group -> members(group);
            case PSTTask task -> task(task);
            case PSTActivity activity -> {
                text("Type", activity.getLogType());
                time("Start", activity.getLogStart(), "");
                time("End", activity.getLogEnd(), "");
            }
            default -> {}
        }
        return details;
    }

    private void text(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            details.add(new Detail(label, value.replace("\0", "")));
        }
    }

    private void time(String label, @Nullable Date date, String zone) {
        Instant time = PstMessage.time(date);
        text(label, time == null ? "" : OutlookTimes.words(time, zone));
    }

    private void day(String label, @Nullable Date date, String zone) {
        Instant time = PstMessage.time(date);
        text(label, time == null ? "" : OutlookTimes.day(time, zone));
    }

    private void appointment(PSTAppointment appointment) {
        PSTTimeZone start = appointment.getStartTimeZone();
        String zone = start == null || start.getName() == null ? "" : start.getName();
        if (appointment.getSubType()) {
            day("All day, from", appointment.getStartTime(), zone);
            day("To, exclusive", appointment.getEndTime(), zone);
        } else {
            time("Start", appointment.getStartTime(), zone);
            time("End", appointment.getEndTime(), zone);
        }
        text("Where", appointment.getLocation());
        text("Repeats", appointment.getRecurrencePattern());
        text("Attendees", appointment.getAllAttendees());
    }

    private void task(PSTTask task) {
        day("Start", task.getTaskStartDate(), "");
        day("Due", task.getTaskDueDate(), "");
        day("Completed", task.getTaskDateCompleted(), "");
        int state = task.getTaskStatus();
        text("State", state >= 0 && state < TASK_STATES.size() ? TASK_STATES.get(state) : "");
        text("Owner", task.getTaskOwner());
    }

    private void members(PSTDistList group) throws PSTException, IOException {
        for (Object member : group.getDistributionListMembers()) {
            if (member instanceof PSTDistList.OneOffEntry one) {
                text("Member", one.getDisplayName() + " " + one.getEmailAddress());
            } else if (member instanceof PSTContact contact) {
                text("Member", contact.getDisplayName() + " " + contact.getEmail1EmailAddress());
            } else if (member instanceof PSTDistList list) {
                text("Member", "the list " + list.getDisplayName());
            }
        }
    }
}
