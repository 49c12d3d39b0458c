// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A cron expression with the rules of npm's {@code cron}: five fields or six with seconds in front, English names, and
 * presets such as {@code @daily}. Where both days of the month and of the week are limited, either will do. A time that
 * is skipped when clocks go forward counts at the moment of the change; one that comes twice counts once.
 */
final class CronExpression {
    private static final Map<String, String> PRESETS = Map.of(
            "@yearly", "0 0 0 1 1 *",
            "@monthly", "0 0 0 1 * *",
            "@weekly", "0 0 0 * * 0",
            "@daily", "0 0 0 * * *",
            "@hourly", "0 0 * * * *",
            "@minutely", "0 * * * * *",
            "@secondly", "* * * * * *",
            "@weekdays", "0 0 0 * * 1-5",
            "@weekends", "0 0 0 * * 0,6");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAYS = "sunmontuewedthufrisat";
    private static final Pattern NAME = Pattern.compile("[a-z]{1,3}");
    private static final int YEARS_TO_SEARCH = 8;

    private final long seconds;
    private final long minutes;
    private final long hours;
    private final long daysOfMonth;
    private final long months;
    private final long daysOfWeek;

    private CronExpression(String[] fields) {
        seconds = CronField.SECOND.parse(fields[0]);
        minutes = CronField.MINUTE.parse(fields[1]);
        hours = CronField.HOUR.parse(fields[2]);
        daysOfMonth = CronField.DAY_OF_MONTH.parse(fields[3]);
        months = CronField.MONTH.parse(fields[4]);
        daysOfWeek = CronField.DAY_OF_WEEK.parse(fields[5]);
    }

    /**
     * @throws CronException when the text is no cron expression
     */
    static CronExpression parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var numeric = NAME.matcher(PRESETS.getOrDefault(lower, lower)).replaceAll(name -> numberOf(name.group()));
        var fields = numeric.strip().split("\\s+");
        if (fields.length < 5) {
            throw new CronException("Too few fields");
        }
        if (fields.length > 6) {
            throw new CronException("Too many fields");
        }
        return new CronExpression(fields.length == 6 ? fields : ("0 " + numeric.strip()).split("\\s+"));
    }

    private static String numberOf(String name) {
        var month = name.length() == 3 ? MONTHS.indexOf(name) : -1;
        if (month >= 0 && month % 3 == 0) {
            return String.valueOf(month / 3 + 1);
        }
        var day = name.length() == 3 ? DAYS.indexOf(name) : -1;
        if (day >= 0 && day % 3 == 0) {
            return String.valueOf(day / 3);
        }
        throw new CronException("Unknown alias: " + name);
    }

    /**
     * The first time after {@code start}, in the same zone.
     *
     * @throws CronException when there is none within eight years
     */
    ZonedDateTime next(ZonedDateTime start) {
        var local = nextLocal(start.toLocalDateTime());
        var transition = start.getZone().getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant().atZone(start.getZone());
        }
        return ZonedDateTime.ofLocal(local, start.getZone(), start.getOffset());
    }

    private LocalDateTime nextLocal(LocalDateTime start) {
        var time = start.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        var limit = start.plusYears(YEARS_TO_SEARCH);
        while (!time.isAfter(limit)) {
            var later = skipMismatch(time);
            if (later.equals(time)) {
                return time;
            }
            time = later;
        }
        throw new CronException("Something went wrong. No execution date was found in the next 8 years.");
    }

    /** The same time if it matches, otherwise the start of the next month, day, hour, minute or second to look at. */
    private LocalDateTime skipMismatch(LocalDateTime time) {
        if (!contains(months, time.getMonthValue())) {
            return time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
        }
        if (!matchesDay(time)) {
            return time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        }
        if (!contains(hours, time.getHour())) {
            return time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        if (!contains(minutes, time.getMinute())) {
            return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        }
        return contains(seconds, time.getSecond()) ? time : time.plusSeconds(1);
    }

    private boolean matchesDay(LocalDateTime time) {
        var anyDayOfMonth = daysOfMonth == CronField.DAY_OF_MONTH.all();
        var anyDayOfWeek = daysOfWeek == CronField.DAY_OF_WEEK.all();
        var dayOfMonth = contains(daysOfMonth, time.getDayOfMonth());
        var dayOfWeek = contains(daysOfWeek, time.getDayOfWeek().getValue() % 7);
        if (anyDayOfMonth || anyDayOfWeek) {
            return dayOfMonth && dayOfWeek;
        }
        return dayOfMonth || dayOfWeek;
    }

    private static boolean contains(long values, int value) {
        return (values & (1L << value)) != 0;
    }
}
