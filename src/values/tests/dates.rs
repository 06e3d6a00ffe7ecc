//! Dates: written out, in figures, by weekday, and counted from the day of publication or from a date before.

use super::{PUBLISHED, check};

#[test]
fn full_dates_need_no_publication() {
    check(
        None,
        &[
            ("The bridge opened on [27 August 2016].", "date 2016-08-27"),
            ("The bridge opened on [August 27, 2016], late as ever.", "date 2016-08-27"),
            ("It was signed on [Friday, Oct. 23, 1998] in Bonn.", "date 1998-10-23"),
            ("It was signed on the [23rd of October 1998].", "date 1998-10-23"),
            ("It was signed on [23rd October, 1998].", "date 1998-10-23"),
            ("Filed [2016-08-27] by the clerk.", "date 2016-08-27"),
            ("Filed [27/08/2016] by the clerk.", "date 2016-08-27"),
            ("Filed [8/27/2016] by the clerk.", "date 2016-08-27"),
            ("Filed [27.08.2016] by the clerk.", "date 2016-08-27"),
            // Day and month may be either: a date, but not known which.
            ("Filed [03/04/2016] by the clerk.", "date -"),
            ("Filed [04/04/2016] by the clerk.", "date 2016-04-04"),
            ("The accord of [July 1997] held.", "date 1997-07"),
            ("The accord of [Sept. 1997] held.", "date 1997-09"),
            ("The dam broke in [May of 1997].", "date 1997-05"),
            ("The party won in [2011] and lost in [2015].", "date 2011; date 2015"),
            ("He led the council from [2011] to [2014].", "date 2011; date 2014"),
            ("Mayor ([2011]-[2014])", "date 2011; date 2014"),
            ("The [2015]-[16] budget was late.", "date 2015; date 2016"),
            ("Prices rose in the [1990s].", "date 199X"),
            ("Prices rose in the [’90s].", "date 199X"),
            ("Prices rose in the [mid-1980s].", "date 198X"),
            ("It is a [20th-century] hall.", "date 19XX"),
            ("Towns grew in the [nineteenth century].", "date 18XX"),
            ("Sales fell in [Q3 2019].", "date 2019-Q3"),
            ("Sales fell in the [third quarter of 2019].", "date 2019-Q3"),
            ("Sales fell in the [first half of 2019].", "date 2019-H1"),
            ("The deficit for [fiscal 2019] shrank.", "date FY2019"),
            ("The deficit for [FY2019] shrank.", "date FY2019"),
            ("They met in the [summer of 1998].", "date 1998-SU"),
            ("They met in [early 1998].", "date 1998"),
            ("They met at [the end of May 1998].", "date 1998-05"),
            ("The towers fell on [9/11].", "date 2001-09-11"),
            ("Voters go to the polls on [24] and [25 April 2017].", "date 2017-04-24; date 2017-04-25"),
            ("The fair runs from [3] to [5 May 2017].", "date 2017-05-03; date 2017-05-05"),
            ("The fair runs [May 3]-[5, 2017].", "date 2017-05-03; date 2017-05-05"),
            ("Shops closed on [Christmas Day 2015].", "date 2015-12-25"),
            ("The truce of [Easter Sunday 2016] held.", "date 2016-03-27"),
            ("Flags flew on [Thanksgiving 2015].", "date 2015-11-26"),
        ],
    );
}

#[test]
fn relative_dates_have_no_value_without_a_publication_date() {
    check(
        None,
        &[
            ("The talks failed on [Friday].", "date -"),
            ("The talks failed [yesterday].", "date -"),
            ("The talks failed [last week].", "date -"),
            ("The talks failed on [3 May].", "date -"),
            ("The talks failed in [February].", "date -"),
            ("The talks failed [two weeks ago].", "date -"),
            ("The talks failed [last night].", "time -"),
            ("The talks failed at [10 a.m.] there.", "time -"),
            ("The talks failed on [Good Friday].", "date -"),
        ],
    );
}

#[test]
fn days_and_weekdays_are_resolved_by_tense() {
    check(
        Some(PUBLISHED),
        &[
            ("The minister said [Friday] that talks failed.", "date 2016-08-26"),
            ("The minister said [Saturday] that talks failed.", "date 2016-08-27"),
            ("The minister said on [Sunday] that talks failed.", "date 2016-08-21"),
            ("The council will meet on [Friday].", "date 2016-09-02"),
            ("The council is to meet on [Monday].", "date 2016-08-29"),
            ("On [Tuesday], the council will vote.", "date 2016-08-30"),
            ("The bill must be paid by [Thursday].", "date 2016-09-01"),
            ("The trial is expected to open [Wednesday].", "date 2016-08-31"),
            ("The ship could sail as soon as [Tuesday].", "date 2016-08-30"),
            ("She has agreed to speak on [Monday].", "date 2016-08-29"),
            ("They will study [Wednesday]’s ruling.", "date 2016-08-24"),
            ("Crowds are gathering ahead of [Sunday]'s vote.", "date 2016-08-28"),
            ("A concert planned for [Thursday] was cancelled.", "date 2016-08-25"),
            ("He resigned [last Tuesday].", "date 2016-08-23"),
            ("He resigned [last Saturday].", "date 2016-08-20"),
            ("He will resign [next Tuesday].", "date 2016-08-30"),
            ("He will resign [this Wednesday].", "date 2016-08-31"),
            ("The shop shut [today].", "date 2016-08-27"),
            ("The shop shut [yesterday].", "date 2016-08-26"),
            ("The shop shuts [tomorrow].", "date 2016-08-28"),
            ("The shop shut [the day before yesterday].", "date 2016-08-25"),
            ("The shop shut on [Friday night].", "time 2016-08-26TNI"),
            ("The shop shut [yesterday afternoon].", "time 2016-08-26TAF"),
            ("The shop shut [last night].", "time 2016-08-26TNI"),
            ("The shop shut [this morning].", "time 2016-08-27TMO"),
            ("The shop shuts [tonight].", "time 2016-08-27TNI"),
            ("It was held on [Sunday, Aug. 21].", "date 2016-08-21"),
            ("It was held on [Friday, April 24].", "date 2015-04-24"),
            // A date that says which thing is meant is the nearest one, whatever the clause around it plans.
            ("The envoy will be asked about the minister's [May 25] call.", "date 2016-05-25"),
            ("The council will debate the [Feb. 29] flood.", "date 2016-02-29"),
            ("The council will debate the [Nov. 3] election.", "date 2016-11-03"),
            ("The council debated the [Jan. 30] flood.", "date 2016-01-30"),
        ],
    );
}

#[test]
fn weeks_months_and_years_are_counted_from_the_publication() {
    check(
        Some(PUBLISHED),
        &[
            ("The bank closed [last week].", "date 2016-W33"),
            ("The bank closed earlier [this week].", "date 2016-W34"),
            ("The bank closes [next week].", "date 2016-W35"),
            ("The bank will close [early next week].", "date 2016-W35"),
            ("The bank closed [last month].", "date 2016-07"),
            ("The bank closed [last year].", "date 2015"),
            ("The bank closed [this year].", "date 2016"),
            ("The bank may close [next year].", "date 2017"),
            ("It was the worst storm [this century].", "date 20XX"),
            ("The bank closed [last November].", "date 2015-11"),
            ("The bank closed in [October last year].", "date 2015-10"),
            ("The bank opens in [April next year].", "date 2017-04"),
            ("The bank closed in [February].", "date 2016-02"),
            ("The bank closed in [November].", "date 2015-11"),
            ("The bank will close in [November].", "date 2016-11"),
            ("The bank will close in [February].", "date 2017-02"),
            ("The [February] accord collapsed.", "date 2016-02"),
            ("The bank closed in [mid-March].", "date 2016-03"),
            ("The bank closed in [late November].", "date 2015-11"),
            ("The bank will close by [the end of the year].", "date 2016"),
            ("The bank will close at [the end of September].", "date 2016-09"),
            ("The bank closed [last spring].", "date 2016-SP"),
            ("The bank closed [last fall].", "date 2015-FA"),
            ("The bank closed [last winter].", "date 2015-WI"),
            ("The bank closes [next summer].", "date 2017-SU"),
            ("The bank closed over [the weekend].", "date 2016-W34-WE"),
            ("The bank closed [last weekend].", "date 2016-W33-WE"),
            ("The bank closed [two weeks ago].", "date 2016-W32"),
            ("The bank closed [11 days ago].", "date 2016-08-16"),
            ("The bank closed [three months ago].", "date 2016-05"),
            ("The bank closed [eight months ago].", "date 2015-12"),
            ("The bank closed [a decade ago].", "date 2006"),
            ("The bank closed [two and a half years ago].", "date 2014-02"),
            ("The bank will reopen [ten days from now].", "date 2016-09-06"),
            ("The bank closed [several years ago].", "date PAST_REF"),
            ("The bank shut on [Aug. 7].", "date 2016-08-07"),
            ("The bank shut on [7 December].", "date 2015-12-07"),
            ("The bank will shut on [7 December].", "date 2016-12-07"),
            ("The bank will shut on [Jan. 14].", "date 2017-01-14"),
            ("The bank would help those hit by the [Aug. 7] floods.", "date 2016-08-07"),
            ("Strikes are planned for [the week of Sept. 12].", "date 2016-W37"),
            ("The bank is [now] closed.", "date PRESENT_REF"),
            ("The bank may return in [the near future].", "date FUTURE_REF"),
            ("The bank closed on [Boxing Day].", "date 2015-12-26"),
            ("The bank will close on [Christmas Eve].", "date 2016-12-24"),
            ("The bank closed on [Good Friday].", "date 2016-03-25"),
            ("The bank closed on [Memorial Day].", "date 2016-05-30"),
            ("The bank will close on [Labor Day].", "date 2016-09-05"),
            ("The bank closed [last Thanksgiving].", "date 2015-11-26"),
        ],
    );
}

#[test]
fn anaphora_is_counted_from_the_nearest_date_before() {
    check(
        Some(PUBLISHED),
        &[
            ("He fled on [May 3, 2014], and [the next day] the house burned.", "date 2014-05-03; date 2014-05-04"),
            ("He fled in [1998] and came back later [that year].", "date 1998; date 1998"),
            ("He fled in [June 1998] and died [the following year].", "date 1998-06; date 1999"),
            ("He fled on [May 3, 2014]. [Two weeks later] he died.", "date 2014-05-03; date 2014-W20"),
            ("He fled on [May 3, 2014], and wrote [three days earlier] that he would.", "date 2014-05-03; date 2014-04-30"),
            // A year says nothing of its days.
            ("He fled in [1998], and [the next day] the house burned.", "date 1998; date -"),
            ("[The next day] the house burned.", "date -"),
            ("In [1998] he fled, and on [Oct. 23] he died.", "date 1998; date 1998-10-23"),
            // What one paragraph dates says nothing of the next.
            ("He fled on [May 3, 2014], as all knew.\n\nThen [the next day] came.", "date 2014-05-03; date -"),
        ],
    );
}
