//! Times of day, lengths of time, and times that return.

use super::{PUBLISHED, check};

#[test]
fn times_of_day() {
    check(
        Some(PUBLISHED),
        &[
            ("The bomb went off at [10:35 a.m.] on [Friday].", "time 2016-08-26T10:35; date 2016-08-26"),
            ("The bomb went off at [10:35 a.m. Friday].", "time 2016-08-26T10:35"),
            ("On [Friday] the bomb went off at [9pm].", "date 2016-08-26; time 2016-08-26T21:00"),
            ("On [Friday] the bomb went off at [9.30pm].", "date 2016-08-26; time 2016-08-26T21:30"),
            ("On [Friday] the bomb went off at [12:15 a.m.] sharp.", "date 2016-08-26; time 2016-08-26T00:15"),
            ("On [Friday] the bomb went off at [0735 GMT].", "date 2016-08-26; time 2016-08-26T07:35Z"),
            ("The deadline passed at [5 a.m. EDT Thursday].", "time 2016-08-25T05:00-04:00"),
            ("They have until [7 a.m. Tuesday].", "time 2016-08-30T07:00"),
            ("They waited until [noon today].", "time 2016-08-27T12:00"),
            ("They left on [Friday] at [four in the morning].", "date 2016-08-26; time 2016-08-26T04:00"),
            ("They left on [Friday] at [eight o'clock].", "date 2016-08-26; time 2016-08-26T08:00"),
            ("They left on [Friday] at [half past three].", "date 2016-08-26; time 2016-08-26T03:30"),
            ("Open [today], [9]-[11am].", "date 2016-08-27; time 2016-08-27T09:00; time 2016-08-27T11:00"),
            ("Open [today] from [11] to [1 p.m.], rain or shine.", "date 2016-08-27; time 2016-08-27T11:00; time 2016-08-27T13:00"),
            // No day is named: an hour of yesterday is as likely as one of today.
            ("He was shot at [10 p.m.] outside his home.", "time -"),
        ],
    );
}

#[test]
fn durations() {
    check(
        Some(PUBLISHED),
        &[
            ("A [48-hour] truce held.", "duration PT48H"),
            ("A wet [four years] of building ended.", "duration P4Y"),
            ("He spoke for [half an hour] there.", "duration PT30M"),
            ("He spoke for [an hour and a half] there.", "duration PT1H30M"),
            ("He spoke for [5 1/2 hours] there.", "duration PT5H30M"),
            ("He waited [two and a half years] for it.", "duration P2Y6M"),
            ("It grew over [the past two years].", "duration P2Y"),
            ("It grew over [the past decade].", "duration P10Y"),
            ("She spoke to the makers of 40 Minutes about it.", ""),
            ("She said so on “40 Minutes”, a programme.", ""),
            ("Harbour Shut For [Three Weeks] After Storm", "duration P3W"),
            ("It will grow over [the next few days].", "duration PXD"),
            ("It grew in [recent weeks].", "duration PXW"),
            ("It grew for [years].", "duration PXY"),
            ("It took [several months] to build.", "duration PXM"),
            ("It took [three to five days] to build.", "duration P3D/P5D"),
            ("It took [twenty-five minutes] to build.", "duration PT25M"),
            ("It took [a fortnight] to build.", "duration P2W"),
            ("It took [more than two decades] to build.", "duration P20Y"),
            ("It took [a couple of weeks] to build.", "duration P2W"),
            ("The [day-long] siege ended.", "duration P1D"),
            ("The [two-and-a-half-year] siege ended.", "duration P2Y6M"),
            ("He was in the house for [a month or two].", "duration P1M/P2M"),
            ("She needs [at least 14 days] of rest.", "duration P14D"),
            ("They marched for [three straight days].", "duration P3D"),
        ],
    );
}

#[test]
fn sets() {
    check(
        Some(PUBLISHED),
        &[
            ("They pray [every Friday] there.", "set XXXX-WXX-5"),
            ("They meet on [Fridays] there.", "set XXXX-WXX-5"),
            ("They meet [each year] there.", "set P1Y"),
            ("They meet [every two weeks] there.", "set P2W"),
            ("They meet [every other day] there.", "set P2D"),
            ("They meet twice [a week] there.", "set P1W"),
            ("They meet [annually] there.", "set P1Y"),
            ("They meet [every morning] there.", "set XXXX-XX-XXTMO"),
            ("It costs [$5 million] [a year] there.", "money USD 5000000; set P1Y"),
            ("He calls her three times [per day], sources said.", "set P1D"),
        ],
    );
}
