package org.stillwater.benchmark.reads;

import java.util.Locale;

/** Measures one provider on one database, and prints a line for each pair of turns. */
public final class MeasuringJvm {
    private static final double TURN = 25e6;
    private static final int FIRST_TURN = 100;

    /** A provider takes ten times as long until the JVM's compiler is done with it; by then it has read this often. */
    private static final int WARM_UP = 50_000;

    private MeasuringJvm() {}

    /**
     * Measures.
     *
     * @param args the provider, the database, and how many pairs of turns
     */
    public static void main(String[] args) throws Exception {
        int pairs = Integer.parseInt(args[2]);
        try (ReadDatabase.Opened database = ReadDatabase.valueOf(args[1]).open();
                Twins twins = new Twins(Provider.valueOf(args[0]), database.pool())) {
            for (Reading reading : Reading.values()) {
                int times = warmUp(twins, reading, Math.min(1, pairs / 100.0));
                for (int pair = 0; pair < pairs; pair++) {
                    compare(Pair.Kind.GUARDED, reading, twins.guarded, twins.plain, pair, times);
                    compare(Pair.Kind.CONTROL, reading, twins.control, twins.plain, pair, times);
                }
            }
            twins.requireThatOneOfThemIsGuarded();
        }
    }

    /** Returns how many readings a turn takes. */
    private static int warmUp(Twins twins, Reading reading, double share) {
        double fastest = Double.MAX_VALUE;
        for (int read = 0; read < WARM_UP * share; read += FIRST_TURN) {
            twins.guarded.read(reading, FIRST_TURN);
            twins.control.read(reading, FIRST_TURN);
            fastest = Math.min(fastest, twins.plain.read(reading, FIRST_TURN).nanoseconds());
        }
        return Math.max(1, (int) (TURN / fastest));
    }

    /** Who comes first takes turns, so that neither gains by it. */
    private static void compare(Pair.Kind kind, Reading reading, Unit unit, Unit plain, int pair, int times) {
        Unit.Turn first = (pair % 2 == 0 ? unit : plain).read(reading, times);
        Unit.Turn second = (pair % 2 == 0 ? plain : unit).read(reading, times);
        System.out.println(
                new Pair(kind, reading, pair % 2 == 0 ? first : second, pair % 2 == 0 ? second : first).toLine());
    }

    /** One turn of a unit, and one of its twin without a guard. */
    record Pair(Kind kind, Reading reading, Unit.Turn unit, Unit.Turn plain) {
        /** Which unit it is. */
        enum Kind {
            GUARDED,
            CONTROL
        }

        String toLine() {
            return String.format(
                    Locale.ROOT,
                    "pair %s %s %f %f %f %f %f %f",
                    kind,
                    reading.name(),
                    unit.nanoseconds(),
                    unit.processorNanoseconds(),
                    unit.bytes(),
                    plain.nanoseconds(),
                    plain.processorNanoseconds(),
                    plain.bytes());
        }

        static Pair parse(String line) {
            String[] parts = line.split(" ");
            return new Pair(Kind.valueOf(parts[1]), Reading.valueOf(parts[2]), turn(parts, 3), turn(parts, 6));
        }

        private static Unit.Turn turn(String[] parts, int first) {
            return new Unit.Turn(
                    Double.parseDouble(parts[first]),
                    Double.parseDouble(parts[first + 1]),
                    Double.parseDouble(parts[first + 2]));
        }
    }
}
