package org.stillwater.demo;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.load.Timeline;

/** Draws what readers saw, second by second, with the beginning of the migration at 0. */
final class Picture {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int BEFORE_SECONDS = 8;

    /** Of the palette by Okabe and Ito, which people with any kind of colour vision can tell apart. */
    private static final List<Color> COLOURS =
            List.of(new Color(0xD55E00), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x009E73));

    private Picture() {}

    static void draw(List<Measured> all, Path directory) throws IOException {
        XYChart waits = chart("Longest wait for a page, in ms", all, Timeline::longest);
        waits.getStyler().setYAxisLogarithmic(true);
        save(waits, directory.resolve("replicas-waits"));
        save(chart("Reads that failed, in each second", all, Timeline::failed), directory.resolve("replicas-failures"));
    }

    private static XYChart chart(
            String title, List<Measured> all, Function<Timeline, SortedMap<Integer, Double>> values) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("seconds since the migration began")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        for (int i = 0; i < all.size(); i++) {
            add(chart, all.get(i), values, COLOURS.get(i));
        }
        return chart;
    }

    private static void add(
            XYChart chart, Measured measured, Function<Timeline, SortedMap<Integer, Double>> values, Color colour) {
        Timeline timeline = measured.tally().timeline();
        int zero = timeline.beginOf(Phase.WINDOW);
        List<Integer> seconds = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        values.apply(timeline).tailMap(zero - BEFORE_SECONDS).forEach((second, value) -> {
            seconds.add(second - zero);
            seen.add(value);
        });
        XYSeries series = chart.addSeries(measured.way().title(), seconds, seen);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
    }

    private static void save(XYChart chart, Path file) throws IOException {
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
